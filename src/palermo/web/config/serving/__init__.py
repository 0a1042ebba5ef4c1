"""What runs the service: preparing its database, its pages, its background jobs, and who watches over them."""
