"""What of the processor llama.cpp has to leave alone."""

import ctypes
from collections.abc import Callable
from typing import Any

AMX = b"AMX"
"""What ggml calls its format of weights for Intel's matrix extensions."""

_CPU = 0  # GGML_BACKEND_DEVICE_TYPE_CPU
_ANY = ctypes.c_void_p


def avoid_amx(library: Any) -> bool:
    """Take the matrix extensions out of what llama.cpp lays weights out for; tell whether they are out of it.

    Compilers believe that the instruction which loads the tile configuration reads eight bytes, and drop the rest
    of what ggml writes there: the first product then ends the process with a general protection fault (llama.cpp's
    issue 20824). Without this format the next one serves, weights repacked for AVX. `library` is libllama as ctypes
    loaded it; the formats are listed once for a whole process.
    """
    try:
        formats, name_of = list_formats(library), _find(library, "ggml_backend_buft_name", ctypes.c_char_p, _ANY)
    except AttributeError:  # a library whose functions are called otherwise
        return False
    remove(formats, lambda each: name_of(each) == AMX)
    return bool(formats)


def list_formats(library: Any) -> Any:
    """Return ggml's own list of formats, ended by a null pointer, None where it has none; raises AttributeError."""
    device = _find(library, "ggml_backend_dev_by_type", _ANY, ctypes.c_int)(_CPU)
    if not device:  # a build that loads its part for the processor only with a model
        return None
    registry = _find(library, "ggml_backend_dev_backend_reg", _ANY, _ANY)(device)
    look_up = _find(library, "ggml_backend_reg_get_proc_address", _ANY, _ANY, ctypes.c_char_p)
    address = look_up(registry, b"ggml_backend_dev_get_extra_bufts")
    return ctypes.CFUNCTYPE(ctypes.POINTER(_ANY), _ANY)(address)(device) if address else None


def remove(entries: Any, is_unwanted: Callable[[Any], bool]) -> None:
    """Close the gaps that unwanted entries leave in a list that a null pointer ends, where it stands."""
    kept = read = 0
    while entries and entries[read]:
        if not is_unwanted(entries[read]):
            entries[kept] = entries[read]
            kept += 1
        read += 1
    if entries:
        entries[kept] = None


def _find(library: Any, name: str, returns: Any, *takes: Any) -> Callable[..., Any]:
    function: Callable[..., Any] = ctypes.CFUNCTYPE(returns, *takes)((name, library))
    return function
