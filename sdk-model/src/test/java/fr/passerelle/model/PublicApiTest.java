package fr.passerelle.model;

import fr.passerelle.contract.api.PublicApiContract;
import fr.passerelle.model.value.Price;

class PublicApiTest extends PublicApiContract {

    PublicApiTest() {
        super(Price.class);
    }
}
