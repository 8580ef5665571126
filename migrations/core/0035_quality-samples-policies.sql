select core.secure('core.quality_samples');
