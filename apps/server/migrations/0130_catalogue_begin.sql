-- Two letters typed are the beginning of a name or of its initials: found by these, as trigrams need three.
create index item_search_pinyin_begin on catalogue.item_search (jurisdiction, left(pinyin, 8) text_pattern_ops);
create index item_search_initials_begin on catalogue.item_search (jurisdiction, left(initials, 8) text_pattern_ops);
-- Beside the one on pinyin: without it every stroke of a key read the whole list.
create index item_search_initials on catalogue.item_search using gin (initials gin_trgm_ops);
