"""llama.cpp is kept off the matrix extensions, whose kernels may end the process."""

import ctypes

import llama_cpp.llama_cpp as c
import pytest

from index.vectors.processor import AMX, avoid_amx, list_formats, remove


def name_formats() -> list[bytes]:
    formats, names = list_formats(c._lib), []
    name_of = ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)(("ggml_backend_buft_name", c._lib))
    while formats and formats[len(names)]:
        names.append(name_of(formats[len(names)]))
    return names


def test_no_weights_are_laid_out_for_the_matrix_extensions() -> None:
    assert avoid_amx(c._lib)
    after = name_formats()
    assert AMX not in after
    assert avoid_amx(c._lib)
    assert name_formats() == after


def test_the_other_formats_stay() -> None:
    if b"REPACK = 1" not in c.llama_print_system_info():
        pytest.skip("this llama.cpp repacks no weights")
    avoid_amx(c._lib)
    assert b"CPU_REPACK" in name_formats()


@pytest.mark.parametrize(
    ("before", "after"), [([7, 1, 2], [1, 2]), ([1, 7], [1]), ([7, 7], []), ([1, 2], [1, 2]), ([], [])]
)
def test_a_list_closes_over_what_is_removed(before: list[int], after: list[int]) -> None:
    entries = (ctypes.c_void_p * 4)(*before)
    remove(entries, lambda entry: entry == 7)
    assert list(entries)[: len(after) + 1] == [*after, None]


def test_a_library_without_these_functions_is_told() -> None:
    assert not avoid_amx(ctypes.CDLL(None))
