// Changes are found by the number of their last one, alone or within a segment; whoever writes them holds the ledger, so nothing else need be unique.
DROP CONSTRAINT segment_change_first IF EXISTS;
