package fr.passerelle.model.credit;

/** What somebody became by going through the procedure (rule book 2.4). It stays when the credit has ended. */
public enum Role {
    /** 15 or 16: free offers. */
    FREE_BENEFICIARY,
    /** Until the adult steps are done, whatever the age. */
    UNDERAGE_BENEFICIARY,
    /** Has done the adult steps. */
    BENEFICIARY
}
