-- Fees and payments: what a case costs, what is sent to the payment platform, what came back, and whether both books agree.
-- Money is whole fen. A fee follows fee_actions; money that came in is a transaction of the platform, known by its number.

create table fees (
  id uuid primary key,
  case_id uuid not null unique references cases (id),
  case_number text not null,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  applicant text not null,
  service text not null,
  line text not null,
  region text not null,
  catalogue_digest text,
  due text not null check (due in ('handling', 'result')),
  lines jsonb not null,
  fen bigint check (fen > 0),
  state text not null check (state in ('due', 'paying', 'paid', 'failed', 'expired', 'refunding', 'refunded', 'waived', 'void')),
  revision int not null,
  order_id uuid,
  method text check (method in ('online', 'cash', 'card')),
  slip text,
  notice_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  paid_at timestamptz
);
comment on table fees is 'What one case costs its applicant, and where its payment stands; the state is the fold of fee_actions.';
comment on column fees.fen is 'null: what it comes to has still to be said by the authority.';
comment on column fees.due is 'Paid before the case is decided, or before its result is handed out.';
comment on column fees.slip is 'Number of the slip of the till or card terminal, for what was paid at a window.';
comment on column fees.notice_id is 'The receipt: a numbered document.';
create index fees_application on fees (application_id);
create index fees_person on fees (person_id, created_at desc, id);
create index fees_place on fees (region text_pattern_ops, line, created_at desc, id);
create index fees_order on fees (order_id) where order_id is not null;

create table fee_actions (
  seq bigint generated always as identity primary key,
  fee_id uuid not null references fees (id),
  action text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  detail jsonb not null
);
comment on table fee_actions is 'What happened to a fee, append-only.';
create index fee_actions_fee on fee_actions (fee_id, seq);
create trigger fee_actions_append_only before update or delete or truncate on fee_actions
  for each statement execute function refuse_change();

create table payment_orders (
  id uuid primary key,
  number text not null unique,
  application_id uuid not null references applications (id),
  person_id uuid not null references people (id),
  region text not null,
  fen bigint not null check (fen > 0),
  items jsonb not null,
  cashier_url text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('paid', 'failed', 'expired', 'closed')),
  check ((outcome is null) = (ended_at is null))
);
comment on table payment_orders is 'One order at the payment platform: fees of one application paid together, each with the authority it belongs to.';
comment on column payment_orders.cashier_url is 'Where the person pays; null until the platform has taken the order.';
create index payment_orders_application on payment_orders (application_id);
create index payment_orders_person on payment_orders (person_id);
create index payment_orders_open on payment_orders (created_at, id) where ended_at is null;
create index payment_orders_day on payment_orders (ended_at) where outcome = 'paid';

create table payment_transactions (
  number text primary key,
  order_id uuid not null references payment_orders (id),
  person_id uuid not null,
  region text not null,
  fen bigint not null check (fen > 0),
  method text not null,
  paid_at timestamptz not null,
  heard_at timestamptz not null,
  via text not null check (via in ('notice', 'query', 'statement'))
);
comment on table payment_transactions is 'Money the platform took for an order, append-only, known by the platform''s number: heard of twice it is one row.';
create index payment_transactions_order on payment_transactions (order_id);
create index payment_transactions_day on payment_transactions (paid_at);
create trigger payment_transactions_append_only before update or delete or truncate on payment_transactions
  for each statement execute function refuse_change();

create table refunds (
  id uuid primary key,
  number text not null unique,
  transaction_number text not null references payment_transactions (number),
  order_id uuid not null references payment_orders (id),
  fee_id uuid references fees (id),
  person_id uuid not null,
  region text not null,
  fen bigint not null check (fen > 0),
  reason text not null check (reason in ('twice', 'ended', 'refused', 'official')),
  asked_at timestamptz not null,
  done_at timestamptz
);
comment on table refunds is 'Money to be given back, by a number of our own so that asking twice gives back once; done_at null: the platform has not confirmed it.';
create index refunds_transaction on refunds (transaction_number);
create index refunds_order on refunds (order_id);
create index refunds_fee on refunds (fee_id) where fee_id is not null;
create index refunds_open on refunds (asked_at) where done_at is null;
create index refunds_day on refunds (done_at) where done_at is not null;

create table payment_notices (
  nonce text primary key,
  heard_at timestamptz not null
);
comment on table payment_notices is 'Notices of the platform heard of lately, so that none counts twice; older ones are refused by their time and swept away.';
create index payment_notices_old on payment_notices (heard_at);

create table statement_days (
  statement_on date primary key,
  read_at timestamptz not null,
  lines int not null,
  paid_fen bigint not null,
  refunded_fen bigint not null,
  differences int not null
);
comment on table statement_days is 'A day whose statement of the platform was compared with our own books.';

create table payment_differences (
  id uuid primary key,
  statement_on date not null,
  kind text not null check (kind in ('notHere', 'notThere', 'amount', 'unknownOrder')),
  what text not null check (what in ('payment', 'refund')),
  reference text not null,
  order_number text,
  region text not null,
  here_fen bigint,
  there_fen bigint,
  found_at timestamptz not null,
  settled_at timestamptz,
  settled jsonb,
  check ((settled is null) = (settled_at is null)),
  unique (statement_on, what, reference, kind)
);
comment on table payment_differences is 'Where the platform''s statement and our books disagree, and who settled it how.';
create index payment_differences_open on payment_differences (statement_on desc, id) where settled_at is null;
create index payment_differences_day on payment_differences (statement_on desc, id);
