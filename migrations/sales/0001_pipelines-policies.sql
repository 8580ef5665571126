grant usage on schema sales to crm_app;
select core.secure('sales.pipelines');
select core.secure('sales.pipeline_departments');
select core.secure('sales.stages');
select core.secure('sales.loss_reasons');
