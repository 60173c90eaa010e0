package fr.passerelle.model.invitation.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the counts of one quarter and one measure fit to be told (invitations 7). The counts are parted into blocks;
 * all that is ever published is sums of whole blocks. So what can be worked out of all reports together is blocks, and
 * no block is a cell below 5, or a cell from which another block takes one away.
 */
final class Suppression {

    /** A cell with fewer is not told. */
    static final int SMALLEST_CELL = 5;

    /**
     * A block of merged cells has at least so many. One of them has at least 5, so that those below 5 could each be
     * another number.
     */
    static final int SMALLEST_MERGED = 10;

    private static final int DEEPEST = 3;

    /**
     * Some cells that are told as one.
     *
     * @param cell what is told of where
     * @param parts the cells
     * @param count their sum
     */
    record Block(Cell cell, List<Cell> parts, int count) {}

    private final List<Block> published = new ArrayList<>();
    private List<Block> small = new ArrayList<>();

    private Suppression(Map<Cell, Integer> counts) {
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing(entry -> entry.getKey().order()))
                .map(entry -> new Block(entry.getKey(), List.of(entry.getKey()), entry.getValue()))
                .forEach(block -> (block.count() < SMALLEST_CELL ? small : published).add(block));
    }

    /**
     * The blocks of these cells, each of which tells a department, a kind and ages. Small cells lose their ages, then
     * their kind, then their department, until they are part of a block that is large enough, with the smallest
     * neighbours. What is left at the end, fewer than 10 in all, is not told.
     */
    static List<Block> blocks(Map<Cell, Integer> counts) {
        Suppression suppression = new Suppression(counts);
        for (int depth = DEEPEST - 1; depth >= 0; depth--) {
            suppression.merge(depth);
        }
        return suppression.published.stream()
                .sorted(Comparator.comparing(block -> block.cell().order()))
                .toList();
    }

    private void merge(int depth) {
        Map<Cell, List<Block>> groups = new LinkedHashMap<>();
        for (Block block : small) {
            Cell parent = block.cell();
            while (parent.depth() > depth) {
                parent = parent.parent();
            }
            groups.computeIfAbsent(parent, none -> new ArrayList<>()).add(block);
        }
        small = new ArrayList<>();
        groups.forEach((parent, blocks) -> {
            int before = blocks.size();
            int sum = withNeighbours(parent, blocks);
            boolean large = sum >= SMALLEST_MERGED && (blocks.size() > before || depth == 0);
            List<Cell> parts =
                    blocks.stream().flatMap(block -> block.parts().stream()).toList();
            (large ? published : small).add(new Block(parent, parts, sum));
        });
    }

    /** The smallest neighbours are hidden too, at least one, until the block is large enough. */
    private int withNeighbours(Cell parent, List<Block> blocks) {
        List<Block> neighbours = published.stream()
                .filter(block -> block.cell().isWithin(parent))
                .sorted(Comparator.comparingInt(Block::count)
                        .thenComparing(block -> block.cell().order()))
                .toList();
        int sum = blocks.stream().mapToInt(Block::count).sum();
        int before = blocks.size();
        for (Block neighbour : neighbours) {
            if (sum >= SMALLEST_MERGED && blocks.size() > before) {
                break;
            }
            sum += neighbour.count();
            blocks.add(neighbour);
            published.remove(neighbour);
        }
        return sum;
    }
}
