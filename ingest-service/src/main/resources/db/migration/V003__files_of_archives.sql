-- Where the entry stands, if the body was an archive; its line is then 0 where the file as a whole is at fault.
alter table entry_error add column file text;
