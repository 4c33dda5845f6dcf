"""What prototypes are made from: the kit, the shell, and a folder for each kind of screen."""
