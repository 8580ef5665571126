select core.secure('core.quality_snapshots');
select core.secure('core.quality_worst');
