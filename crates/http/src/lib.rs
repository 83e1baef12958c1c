//! Routes, sign-in, generic pages, REST and OpenAPI
