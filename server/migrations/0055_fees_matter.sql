-- Who acts for somebody in some matters only sees and pays what those cost.
alter table fees add column matter text;
update fees set matter = applications.matter from applications where applications.id = fees.application_id;
alter table fees alter column matter set not null;
comment on column fees.matter is 'The matter that was applied for: mandates may cover some only.';
