package fr.passerelle.season.cinema;

import fr.passerelle.model.offer.cinema.CinemaPriceDraft;
import fr.passerelle.model.offer.cinema.FilmId;
import fr.passerelle.model.offer.cinema.SessionDraft;

/** A good row: one session of a film, at its price. */
record Showing(FilmId film, SessionDraft session, CinemaPriceDraft price) {}
