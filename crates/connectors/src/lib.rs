//! Other people's formats as plain values
