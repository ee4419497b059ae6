-- Nothing ever read the telephones of staff: what is not needed is not kept (PIPL Art. 6).
alter table people.person drop column phone;
