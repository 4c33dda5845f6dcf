"""Start the prototype: python main.py."""

from prototype.kit.server.run import run

if __name__ in {"__main__", "__mp_main__"}:
    run("prototype")
