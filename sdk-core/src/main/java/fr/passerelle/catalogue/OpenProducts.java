package fr.passerelle.catalogue;

import fr.passerelle.catalogue.ProductMemory.Known;
import fr.passerelle.catalogue.SortedProducts.Row;
import fr.passerelle.model.value.Ean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A venue's products while a run has them open: all of them in arrays; what changes is kept first. */
class OpenProducts implements ProductMemory.Products {

    final SortedProducts products;
    private final Runnable onClose;
    private int runs;

    OpenProducts(SortedProducts products, int runs, Runnable onClose) {
        this.products = products;
        this.runs = runs;
        this.onClose = onClose;
    }

    /** Keeps changes elsewhere, before they count here. */
    void keep(List<Row> rows) {}

    /** Keeps elsewhere that these are forgotten. */
    void keepRemoved(List<Long> eans) {}

    /** Keeps a number of runs elsewhere. */
    void keepRuns(int runs) {}

    @Override
    public int runs() {
        return runs;
    }

    @Override
    public void runs(int runs) {
        keepRuns(runs);
        this.runs = runs;
    }

    @Override
    public Map<Ean, Known> find(Collection<Ean> eans) {
        Map<Ean, Known> found = new HashMap<>();
        eans.forEach(ean -> products.find(SortedProducts.number(ean)).ifPresent(row -> found.put(ean, row.known())));
        return found;
    }

    @Override
    public void write(Collection<Known> known) {
        if (!known.isEmpty()) {
            List<Row> rows = known.stream().map(Row::of).toList();
            keep(rows);
            products.put(rows);
        }
    }

    @Override
    public void remove(Collection<Ean> eans) {
        if (!eans.isEmpty()) {
            List<Long> numbers = eans.stream().map(SortedProducts::number).toList();
            keepRemoved(numbers);
            products.remove(numbers);
        }
    }

    @Override
    public List<Known> after(Optional<Ean> last, int most) {
        long ean = last.map(SortedProducts::number).orElse(-1L);
        return products.after(ean, most).stream().map(Row::known).toList();
    }

    @Override
    public void close() {
        onClose.run();
    }
}
