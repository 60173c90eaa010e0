package fr.passerelle.model.invitation;

import fr.passerelle.model.value.OpenEnum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the states of one kind of thing change, as a table: from, action, to or refusal. Every known state has a row for
 * every action; a state without a way out is final. {@link InvitationStates} has the tables.
 *
 * @param <S> the states
 * @param <A> the actions
 */
public final class StateTable<S extends OpenEnum, A extends Enum<A>> {

    /**
     * One row.
     *
     * @param from the state
     * @param action what is asked
     * @param to the state that it leads to; null if it is refused
     * @param refusal why not; null if it is done
     */
    public record Row<S extends OpenEnum, A extends Enum<A>>(
            S from, A action, @Nullable S to, @Nullable Refusal refusal) {

        /** Whether it is done. */
        public boolean allowed() {
            return to != null;
        }
    }

    private final List<A> actions;
    private final Map<S, Map<A, Row<S, A>>> rows = new LinkedHashMap<>();

    StateTable(Class<A> actions) {
        this.actions = List.of(actions.getEnumConstants());
    }

    /** A state, what leads out of it, and how everything else is refused. */
    StateTable<S, A> state(S from, Map<A, S> ways, Refusal otherwise) {
        Map<A, Row<S, A>> row = new LinkedHashMap<>();
        for (A action : actions) {
            S to = ways.get(action);
            row.put(action, new Row<>(from, action, to, to == null ? otherwise : null));
        }
        rows.put(from, row);
        return this;
    }

    /** What an action does. A state that this version does not know refuses everything. */
    public Row<S, A> judge(S from, A action) {
        Map<A, Row<S, A>> row = rows.get(from);
        Row<S, A> found = row == null ? null : row.get(action);
        return found == null ? new Row<>(from, action, null, Refusal.UNKNOWN_STATE) : found;
    }

    /** Every row, by state and action in order of declaration. */
    public List<Row<S, A>> rows() {
        return rows.values().stream().flatMap(row -> row.values().stream()).toList();
    }

    /** Whether nothing leads out of a known state. */
    public boolean isFinal(S state) {
        Map<A, Row<S, A>> row = rows.get(state);
        return row != null && row.values().stream().noneMatch(Row::allowed);
    }
}
