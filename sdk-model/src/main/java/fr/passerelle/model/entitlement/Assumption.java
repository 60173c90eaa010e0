package fr.passerelle.model.entitlement;

/** What a response takes for granted because it was not said, or cannot be known. */
public enum Assumption {
    /** Every step of the procedure is completed at the instant asked for. */
    STEPS_COMPLETED,
    /** The person begins to register at the instant asked for. */
    REGISTERS_NOW,
    /** Nothing was granted before. */
    NOTHING_GRANTED_BEFORE,
    /** The person lives in a department that is covered, on the clock of Paris. */
    LIVES_IN_COVERED_TERRITORY,
    /** In New Caledonia, the person lives in the South province. */
    LIVES_IN_SOUTH_PROVINCE,
    /** If not a national of the EU, the EEA or Switzerland: legally resident for more than one year. */
    RESIDENT_FOR_MORE_THAN_A_YEAR,
    /** The day on which the server changed the rule is known only within days. */
    APPROXIMATE_DATE_OF_RULE,
    /**
     * The second set of digital ceilings (50 €, none in three departments), which the server's code holds since 2026,
     * does not apply: from when it does, and to whom, is not known.
     */
    FIRST_DIGITAL_CEILINGS,
    /** The hour between the reform of the law and that of the server, which nobody can decide. */
    HOUR_OF_THE_REFORM
}
