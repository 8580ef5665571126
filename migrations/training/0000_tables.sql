CREATE TABLE "training"."exceptions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"module" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exceptions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "exceptions_person" UNIQUE("company_id","user_id","module")
);
--> statement-breakpoint
CREATE TABLE "training"."settings" (
	"company_id" uuid NOT NULL,
	"follows_since" timestamp with time zone,
	"follows_by" uuid,
	"second_reviewer" boolean DEFAULT false NOT NULL,
	"installed_at" timestamp with time zone,
	CONSTRAINT "settings_company_id_pk" PRIMARY KEY("company_id")
);
--> statement-breakpoint
CREATE TABLE "training"."rules" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid,
	"path_id" uuid,
	"roles" text[] NOT NULL,
	"department_ids" uuid[] NOT NULL,
	"stage" text,
	"due_on" date,
	"due_days" integer,
	"mandatory" boolean DEFAULT true NOT NULL,
	"ended_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rules_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "training"."completions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"completed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"valid_until" date,
	"evidence" text NOT NULL,
	"first_time" boolean,
	"serial" text NOT NULL,
	"code" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_reason" text,
	CONSTRAINT "completions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "completions_serial" UNIQUE("company_id","serial")
);
--> statement-breakpoint
CREATE TABLE "training"."course_versions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"change" text NOT NULL,
	"again" text DEFAULT 'new' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	CONSTRAINT "course_versions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "course_versions_number" UNIQUE("company_id","course_id","number")
);
--> statement-breakpoint
CREATE TABLE "training"."courses" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"titles" jsonb NOT NULL,
	"draft" jsonb NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"submitted_by" uuid,
	"published_id" uuid,
	"owner_id" uuid,
	"review_due_on" text,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "courses_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "courses_code" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "training"."paths" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"titles" jsonb NOT NULL,
	"roles" text[] NOT NULL,
	"courses" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "paths_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "paths_code" UNIQUE("company_id","code")
);
--> statement-breakpoint
CREATE TABLE "training"."questions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"key" text NOT NULL,
	"document" jsonb NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "questions_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "questions_key" UNIQUE("company_id","course_id","key")
);
--> statement-breakpoint
CREATE TABLE "training"."hand_ins" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"body" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hand_ins_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "hand_ins_lesson" UNIQUE("company_id","assignment_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "training"."opinions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"on" date NOT NULL,
	"ratings" jsonb NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	CONSTRAINT "opinions_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "training"."assignments" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"cycle" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'assigned' NOT NULL,
	"mandatory" boolean DEFAULT false NOT NULL,
	"rule_id" uuid,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"at_lesson" text,
	"at_step" integer DEFAULT 0 NOT NULL,
	"extra_attempts" integer DEFAULT 0 NOT NULL,
	"waived_by" uuid,
	"waived_reason" text,
	"reminded" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assignments_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "assignments_cycle" UNIQUE("company_id","user_id","course_id","cycle")
);
--> statement-breakpoint
CREATE TABLE "training"."learning_events" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"department_id" uuid,
	"object" text NOT NULL,
	"object_version" integer,
	"step" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "learning_events_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
CREATE TABLE "training"."progress" (
	"company_id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "progress_company_id_assignment_id_lesson_pk" PRIMARY KEY("company_id","assignment_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "training"."answers" (
	"company_id" uuid NOT NULL,
	"attempt_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"question_version" integer NOT NULL,
	"correct" boolean NOT NULL,
	CONSTRAINT "answers_company_id_attempt_id_question_id_pk" PRIMARY KEY("company_id","attempt_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "training"."attempts" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"assignment_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"number" integer NOT NULL,
	"drawn" jsonb NOT NULL,
	"given" jsonb,
	"score" double precision,
	"passed" boolean,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "attempts_company_id_id_pk" PRIMARY KEY("company_id","id"),
	CONSTRAINT "attempts_number" UNIQUE("company_id","assignment_id","lesson","number")
);
--> statement-breakpoint
CREATE TABLE "training"."attendance" (
	"company_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"state" text NOT NULL,
	"signed_at" timestamp with time zone,
	"by" uuid,
	CONSTRAINT "attendance_company_id_session_id_user_id_pk" PRIMARY KEY("company_id","session_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "training"."sessions" (
	"company_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"trainer_id" uuid,
	"capacity" integer,
	"code" text NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "sessions_company_id_id_pk" PRIMARY KEY("company_id","id")
);
--> statement-breakpoint
ALTER TABLE "training"."exceptions" ADD CONSTRAINT "exceptions_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."rules" ADD CONSTRAINT "rules_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."rules" ADD CONSTRAINT "rules_company_id_path_id_paths_company_id_id_fk" FOREIGN KEY ("company_id","path_id") REFERENCES "training"."paths"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."completions" ADD CONSTRAINT "completions_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."completions" ADD CONSTRAINT "completions_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."completions" ADD CONSTRAINT "completions_company_id_version_id_course_versions_company_id_id_fk" FOREIGN KEY ("company_id","version_id") REFERENCES "training"."course_versions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."course_versions" ADD CONSTRAINT "course_versions_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."courses" ADD CONSTRAINT "courses_company_id_owner_id_users_company_id_id_fk" FOREIGN KEY ("company_id","owner_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."questions" ADD CONSTRAINT "questions_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."hand_ins" ADD CONSTRAINT "hand_ins_company_id_assignment_id_assignments_company_id_id_fk" FOREIGN KEY ("company_id","assignment_id") REFERENCES "training"."assignments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."opinions" ADD CONSTRAINT "opinions_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."assignments" ADD CONSTRAINT "assignments_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."assignments" ADD CONSTRAINT "assignments_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."assignments" ADD CONSTRAINT "assignments_company_id_version_id_course_versions_company_id_id_fk" FOREIGN KEY ("company_id","version_id") REFERENCES "training"."course_versions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."progress" ADD CONSTRAINT "progress_company_id_assignment_id_assignments_company_id_id_fk" FOREIGN KEY ("company_id","assignment_id") REFERENCES "training"."assignments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."answers" ADD CONSTRAINT "answers_company_id_attempt_id_attempts_company_id_id_fk" FOREIGN KEY ("company_id","attempt_id") REFERENCES "training"."attempts"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."answers" ADD CONSTRAINT "answers_company_id_question_id_questions_company_id_id_fk" FOREIGN KEY ("company_id","question_id") REFERENCES "training"."questions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."attempts" ADD CONSTRAINT "attempts_company_id_assignment_id_assignments_company_id_id_fk" FOREIGN KEY ("company_id","assignment_id") REFERENCES "training"."assignments"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."attendance" ADD CONSTRAINT "attendance_company_id_session_id_sessions_company_id_id_fk" FOREIGN KEY ("company_id","session_id") REFERENCES "training"."sessions"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."attendance" ADD CONSTRAINT "attendance_company_id_user_id_users_company_id_id_fk" FOREIGN KEY ("company_id","user_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."sessions" ADD CONSTRAINT "sessions_company_id_course_id_courses_company_id_id_fk" FOREIGN KEY ("company_id","course_id") REFERENCES "training"."courses"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training"."sessions" ADD CONSTRAINT "sessions_company_id_trainer_id_users_company_id_id_fk" FOREIGN KEY ("company_id","trainer_id") REFERENCES "core"."users"("company_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "completions_code" ON "training"."completions" USING btree ("code");--> statement-breakpoint
CREATE INDEX "completions_person" ON "training"."completions" USING btree ("company_id","user_id","course_id");--> statement-breakpoint
CREATE INDEX "hand_ins_state" ON "training"."hand_ins" USING btree ("company_id","state","id");--> statement-breakpoint
CREATE INDEX "opinions_course" ON "training"."opinions" USING btree ("company_id","course_id");--> statement-breakpoint
CREATE INDEX "assignments_course" ON "training"."assignments" USING btree ("company_id","course_id","status");--> statement-breakpoint
CREATE INDEX "assignments_due" ON "training"."assignments" USING btree ("company_id","due_on") WHERE "training"."assignments"."status" in ('assigned', 'in_progress');--> statement-breakpoint
CREATE INDEX "learning_events_kind" ON "training"."learning_events" USING btree ("company_id","kind","at");--> statement-breakpoint
CREATE INDEX "answers_question" ON "training"."answers" USING btree ("company_id","question_id");--> statement-breakpoint
CREATE INDEX "sessions_course" ON "training"."sessions" USING btree ("company_id","course_id","starts_at");