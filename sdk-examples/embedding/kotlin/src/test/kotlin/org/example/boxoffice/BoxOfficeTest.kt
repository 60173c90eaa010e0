package org.example.boxoffice

import fr.passerelle.http.Environment
import fr.passerelle.passculture.PassCultureClient
import fr.passerelle.sandbox.Sandbox
import java.net.ServerSocket
import java.time.Duration
import java.time.Instant
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test

class BoxOfficeTest {

    private val sandbox = Sandbox.start()
    private val provider = sandbox.provider()
    private val venue = sandbox.linkedVenue(provider)
    private val opening = Instant.now().plus(Duration.ofDays(30))

    @AfterEach
    fun stop() = sandbox.close()

    private fun client(environment: Environment) =
        PassCultureClient.builder().apiKey(provider.apiKey()).environment(environment).build()

    @Test
    fun `publishes events and reads their dates side by side`() = runBlocking {
        client(Environment(sandbox.baseUrl())).use {
            val boxOffice = BoxOffice(it, venue.id())
            val visits = listOf("Les coulisses", "Les toits").map { name ->
                boxOffice.publish(name, listOf(opening, opening.plusSeconds(3600)))
            }

            assertThat(boxOffice.dates(visits)).hasSize(4)
        }
        Unit
    }

    @Test
    fun `a coroutine that is cancelled does not wait for a server that keeps silent`() = runBlocking {
        ServerSocket(0, 1).use { silent ->
            client(Environment.of("http://127.0.0.1:${silent.localPort}")).use {
                val publishing = async(Dispatchers.Default, CoroutineStart.UNDISPATCHED) {
                    BoxOffice(it, venue.id()).publish("Les coulisses", listOf(opening))
                }
                silent.soTimeout = 10_000
                silent.accept() // the call is under way

                publishing.cancelAndJoin()

                assertThat(publishing.isCancelled).isTrue()
            }
        }
        Unit
    }
}
