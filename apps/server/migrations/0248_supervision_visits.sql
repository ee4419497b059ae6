-- 跑动次数: when a decision was served, and on how many days the applicant had to come for the whole of it.
alter table supervision.watch add column served_on date, add column visits int,
  add column rated boolean not null default false;
update supervision.watch w set served_on = s.served_on, visits = (
  select count(distinct (e.at at time zone 'Asia/Shanghai')::date)::int from ledger.entries e
  where e.jurisdiction = w.jurisdiction and e.stream = 'case:' || w.case_id and (
    e.type = 'applicationFiled' and w.channel <> 'web'
    or e.type = 'correctionDelivered' and e.actor ->> 'kind' = 'officer'
    or e.type = 'decisionServed' and e.body ->> 'method' = 'inPerson'))
from (
  select jurisdiction, substr(stream, 6) as case_id, (body ->> 'servedOn')::date as served_on
  from ledger.entries where type = 'decisionServed' and stream like 'case:%'
) s
where s.jurisdiction = w.jurisdiction and s.case_id = w.case_id;
update supervision.watch w set rated = true from supervision.ratings r where r.jurisdiction = w.jurisdiction and r.case_id = w.case_id;
create index watch_served on supervision.watch (jurisdiction, served_on, authority) include (visits, channel, rated) where served_on is not null;
