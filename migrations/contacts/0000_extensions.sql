-- Both come with PostgreSQL and may be created by whoever may create in the database.
-- pg_trgm finds parts of texts; btree_gin lets such an index begin with the company.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
