"""Settings: `base` for every service, `public` for the register, `test` for the suite."""
