"""What stands around every screen, and what screens are put together from."""
