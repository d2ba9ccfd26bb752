//! The desk as others know it: the web server and the workers through a [`Store`](crate::store::Store), a visitor
//! through a door, a signed-in person from a seat.

#[path = "port/door.rs"]
mod door;
#[path = "port/seat.rs"]
mod seat;
#[path = "port/store.rs"]
mod store;
