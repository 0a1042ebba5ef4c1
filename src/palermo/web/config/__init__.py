"""How the service is put together: environment, settings, addresses, headers, logs and health."""
