drop table report_cell;
