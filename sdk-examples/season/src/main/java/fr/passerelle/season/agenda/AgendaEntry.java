package fr.passerelle.season.agenda;

/** What became of one record of an agenda. */
public sealed interface AgendaEntry permits Listing, Refusal {

    /** What to call it in front of people; never empty. */
    String title();
}
