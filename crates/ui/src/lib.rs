//! HTML as functions, generic screens, CSS and JavaScript
