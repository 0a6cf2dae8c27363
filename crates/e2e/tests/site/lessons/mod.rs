//! What each panel teaches, as its whole run found it.

mod awaits;
mod callbacks;
mod choosing;
mod complexity;
mod computing;
mod event_loop;
mod failure;
mod freezing;
mod front_page;
mod futures;
mod languages;
mod load;
mod meanwhile;
mod order;
mod queues;
mod threads;
