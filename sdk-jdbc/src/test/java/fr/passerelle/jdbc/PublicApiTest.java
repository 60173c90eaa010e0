package fr.passerelle.jdbc;

import fr.passerelle.contract.api.PublicApiContract;

class PublicApiTest extends PublicApiContract {

    PublicApiTest() {
        super(Schema.class);
    }
}
