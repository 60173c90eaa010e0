package fr.passerelle.season.publish;

/** A record held against the rules: ready to be sent, or refused already. */
sealed interface Prepared permits Plan, Outcome.Refused {}
