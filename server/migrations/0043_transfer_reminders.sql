-- Hand-overs that are late: how often those who have to act were told of it.
alter table transfers add column reminded int not null default 0;
comment on column transfers.reminded is 'Steps of the ladder taken since the present day for acting has passed; 0 again with the next step of the hand-over.';
create index transfers_due on transfers ((case when state = 'underway' then receipt_due_on else hand_over_due_on end), id) where ended_at is null;
