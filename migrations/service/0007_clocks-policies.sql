select core.secure('service.policies');
select core.secure('service.business_hours');
select core.secure('service.clocks');
