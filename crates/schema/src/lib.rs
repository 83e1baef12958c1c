//! How objects and fields are declared; field kinds; filters
