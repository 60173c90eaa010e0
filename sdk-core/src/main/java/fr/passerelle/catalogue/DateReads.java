package fr.passerelle.catalogue;

import java.util.List;

/** Which dates a page holds that was read before writing, and whether a write came after it. */
final class DateReads {

    /** What a page of the programme holds at most. */
    static final int PAGE = 50;

    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private boolean written;

    /**
     * Whether a date must be read.
     *
     * @param last whether nothing may have been written since
     */
    boolean needed(long id, boolean last) {
        return id < from || id > to || (last && written);
    }

    /** A page that begins at an id was read. A page that is not full holds all there is. */
    void read(long id, List<Long> ids) {
        from = id;
        to = ids.size() < PAGE ? Long.MAX_VALUE : ids.get(PAGE - 1);
        written = false;
    }

    void written() {
        written = true;
    }

    /**
     * How many reads a write takes, as the writer will make them.
     *
     * @param ids of all dates of the event, ascending
     */
    int cost(long id, boolean last, List<Long> ids) {
        boolean needed = needed(id, last);
        if (needed) {
            read(id, ids.stream().filter(other -> other >= id).limit(PAGE).toList());
        }
        written();
        return needed ? 1 : 0;
    }
}
