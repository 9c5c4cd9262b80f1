-- The picture that its host has given an activity, on each of its sessions: it stands for them until there is one of what is on.
alter table sessions add column cover uuid;
