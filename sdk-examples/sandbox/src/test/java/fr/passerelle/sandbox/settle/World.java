package fr.passerelle.sandbox.settle;

/** What the server has when a write begins, or what others do to it before the write's end is known. */
enum World {
    /** Nothing like it is there: what is found afterwards was made by this write. */
    FRESH,
    /** The same is there already: a write that never arrived looks as if it had. */
    EXISTS,
    /** Something is there that differs in one field only. */
    NEARLY,
    /** Somebody else acts between the requests of the call. */
    CHANGED_MEANWHILE
}
