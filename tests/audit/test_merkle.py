"""The tree of RFC 6962, against another implementation and against its own right edge."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from netralitas.audit import merkle, proofs

SIZES = st.integers(min_value=1, max_value=600)
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def entry(number: int) -> bytes:
    return hashlib.sha256(b"%d" % number).digest()


LEAVES = [merkle.leaf_hash(entry(number)) for number in range(600)]


@pytest.fixture(scope="module")
def oracle() -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for number in range(600):
        tree.append_entry(entry(number))
    return tree


def subtree(level: int, index: int) -> bytes:
    return merkle.root(LEAVES[index << level : (index + 1) << level])


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert merkle.root([]).hex() == merkle.RightEdge().root().hex() == EMPTY


@given(size=SIZES)
def test_the_root_is_that_of_another_implementation(oracle: InmemoryTree, size: int) -> None:
    assert merkle.root(LEAVES[:size]) == oracle.get_root(size)


@given(size=SIZES, data=st.data())
def test_an_inclusion_proof_is_that_of_another_implementation_and_leads_to_the_root(
    oracle: InmemoryTree, size: int, data: st.DataObject
) -> None:
    index = data.draw(st.integers(min_value=0, max_value=size - 1))
    proof = proofs.inclusion(index, size, subtree)
    path = oracle.prove_inclusion(index + 1, size).serialize()["path"]
    assert [LEAVES[index].hex(), *(digest.hex() for digest in proof)] == path
    root = merkle.root(LEAVES[:size])
    assert proofs.root_by_inclusion(LEAVES[index], index, size, proof) == root
    assert proofs.root_by_inclusion(LEAVES[index - 1], index, size, proof) != root or size == 1


@given(new=st.integers(min_value=2, max_value=600), data=st.data())
def test_a_consistency_proof_leads_to_both_roots_of_another_implementation(
    oracle: InmemoryTree, new: int, data: st.DataObject
) -> None:
    old = data.draw(st.integers(min_value=1, max_value=new - 1))
    proof = proofs.consistency(old, new, subtree)
    roots = oracle.get_root(old), oracle.get_root(new)
    assert proofs.roots_by_consistency(old, new, proof, roots[0]) == roots
    with pytest.raises(ValueError, match="too short"):
        proofs.roots_by_consistency(old, new, proof[:-1], roots[0])
    with pytest.raises(ValueError, match="too long"):
        proofs.roots_by_consistency(old, new, [*proof, LEAVES[0]], roots[0])


def test_a_consistency_proof_is_the_one_that_rfc_6962_works_out() -> None:
    # RFC 6962, section 2.1.3: of seven leaves, to the first three, four and six.
    c, d, j = LEAVES[2], LEAVES[3], LEAVES[6]
    g, i, k = subtree(1, 0), subtree(1, 2), subtree(2, 0)
    right = merkle.node_hash(i, j)
    assert proofs.consistency(3, 7, subtree) == [c, d, g, right]
    assert proofs.consistency(4, 7, subtree) == [right]
    assert proofs.consistency(6, 7, subtree) == [i, j, k]


@pytest.mark.parametrize(("old", "new"), [(0, 3), (4, 3)])
def test_a_log_grows_from_something_that_it_holds(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="cannot have grown"):
        proofs.consistency(old, new, subtree)


def test_a_proof_of_the_wrong_length_is_no_proof() -> None:
    proof = proofs.inclusion(3, 7, subtree)
    with pytest.raises(ValueError, match="too short"):
        proofs.root_by_inclusion(LEAVES[3], 3, 7, proof[:-1])
    with pytest.raises(ValueError, match="too long"):
        proofs.root_by_inclusion(LEAVES[3], 3, 7, [*proof, LEAVES[0]])


@pytest.mark.parametrize(("index", "size"), [(-1, 3), (3, 3), (0, 0)])
def test_there_is_no_proof_for_a_leaf_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ValueError, match="is not in a tree"):
        proofs.inclusion(index, size, subtree)


@given(steps=st.lists(st.integers(min_value=0, max_value=300), max_size=6))
def test_the_right_edge_knows_the_root_however_the_leaves_came(steps: list[int]) -> None:
    edge = merkle.RightEdge()
    leaves: list[bytes] = []
    tiles: dict[tuple[int, int], list[bytes]] = {}
    for step in steps:
        added = LEAVES[:step]
        for level, position, hashes in edge.append(added):
            assert len(hashes) == merkle.WIDTH
            tiles[level, position] = hashes
        leaves += added
        assert edge.size == len(leaves)
        assert edge.root() == merkle.root(leaves)
    for level, position, hashes in edge.unfinished():
        tiles[level, position] = hashes
    bottom = sorted(place for place in tiles if place[0] == 0)
    assert [digest for place in bottom for digest in tiles[place]] == leaves
    assert [position for _, position in bottom] == list(range(len(bottom)))


def test_a_tree_of_three_levels_of_tiles_grows_as_one_that_was_made_at_once() -> None:
    count = merkle.WIDTH * merkle.WIDTH + merkle.WIDTH + 3
    leaves = [LEAVES[number % 600] for number in range(count)]
    edge = merkle.RightEdge()
    filled = list(edge.append(leaves))
    assert filled[-2][:2] == (1, 0)
    assert edge.root() == merkle.root(leaves)
    assert [(level, position) for level, position, _ in edge.unfinished()] == [
        (0, 257),
        (1, 1),
        (2, 0),
    ]
    assert merkle.edge_tiles(count) == [(0, 257, 3), (1, 1, 1), (2, 0, 1)]


@given(level=st.integers(min_value=0, max_value=24), index=st.integers(min_value=0, max_value=999))
def test_every_complete_subtree_lies_in_one_tile(level: int, index: int) -> None:
    tile_level, position, part = merkle.tile_of(level, index)
    first = (position * merkle.WIDTH + part.start) << (8 * tile_level)
    width = (part.stop - part.start) << (8 * tile_level)
    assert (first, width) == (index << level, 1 << level)
    assert 0 <= part.start < part.stop <= merkle.WIDTH
