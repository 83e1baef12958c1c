//! Tables in files as plain values: [`read`] them whatever their encoding, [`mod@write`] them harmlessly, and
//! [`recognise`] what their columns hold.

pub mod read;
pub mod recognise;
pub mod write;
