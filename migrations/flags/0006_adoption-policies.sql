-- What was measured stays as it was measured, and what was agreed on stays written down: new rows only.
select core.secure('flags.adoption_snapshots', 'select, insert');
--> statement-breakpoint
select core.secure('flags.adoption_agreements', 'select, insert');
