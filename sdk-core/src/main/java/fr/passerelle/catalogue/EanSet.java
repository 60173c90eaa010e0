package fr.passerelle.catalogue;

import fr.passerelle.model.value.Ean;

/** EANs in one array and without objects: at most 32 bytes each. */
final class EanSet {

    private static final int SMALLEST = 1024;

    /** Linear probing, each number one higher than its EAN's: 0 marks a free place. */
    private long[] places = new long[SMALLEST];

    private int size;

    /** Adds one; false if it is there already. */
    boolean add(Ean ean) {
        long number = SortedProducts.number(ean) + 1;
        int place = place(number);
        if (places[place] == number) {
            return false;
        }
        places[place] = number;
        size++;
        if (size * 2 > places.length) {
            grow();
        }
        return true;
    }

    boolean contains(Ean ean) {
        long number = SortedProducts.number(ean) + 1;
        return places[place(number)] == number;
    }

    private void grow() {
        long[] old = places;
        places = new long[old.length * 2];
        for (long number : old) {
            if (number != 0) {
                places[place(number)] = number;
            }
        }
    }

    private int place(long number) {
        int place = Long.hashCode(number * 0x9E3779B97F4A7C15L) & (places.length - 1);
        while (places[place] != 0 && places[place] != number) {
            place = (place + 1) & (places.length - 1);
        }
        return place;
    }
}
