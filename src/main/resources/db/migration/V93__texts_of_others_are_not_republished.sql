-- Whether readers see the whole text. What was read from the web is somebody's: forecasts are taken out of it and quoted, and it is not
-- published a second time unless an editor says that it may be.
alter table piece add column republished boolean not null default true;
