package io.paperpress.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.paperpress.common.events.PaperEvent;
import io.paperpress.common.testing.BackingServices;
import io.paperpress.common.testing.Papers;
import io.paperpress.localstack.Database;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How events leave a service with a database; two instances of it run all the time. */
class OutboxIT {

    static final TestTopic TOPIC = new TestTopic("papers-outgoing");

    /** No test waits as long as the relay's poll. */
    static final String BY_NOTIFICATION_ONLY = "paperpress.messaging.relay-poll=5m";

    static ConfigurableApplicationContext service;
    static ConfigurableApplicationContext otherInstance;
    static TransactionTemplate transaction;
    static Outbox outbox;
    static JdbcClient db;

    static class Ignoring implements EventHandler<PaperEvent> {
        @Override
        public void handle(List<Delivery<PaperEvent>> batch) {}
    }

    @BeforeAll
    static void start() {
        Database database = BackingServices.newDatabase("outbox");
        service = TestService.start("outbox-test", TOPIC.name(), database, Ignoring.class, BY_NOTIFICATION_ONLY);
        otherInstance = TestService.start("outbox-test", TOPIC.name(), database, Ignoring.class, BY_NOTIFICATION_ONLY);
        transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        outbox = service.getBean(Outbox.class);
        db = service.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        otherInstance.close();
        service.close();
    }

    @Test
    void eventsLeaveWhenTheirTransactionCommits() {
        transaction.executeWithoutResult(ignored -> outbox.append(List.of(paper("committed", 1))));

        await().untilAsserted(() -> assertThat(revisionsOf("committed")).containsExactly(1L));
        await().untilAsserted(() -> assertThat(pending()).isZero());
    }

    @Test
    void eventsOfATransactionThatFailsNeverLeave() {
        transaction.executeWithoutResult(status -> {
            outbox.append(List.of(paper("rolled-back", 1)));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(ignored -> outbox.append(List.of(paper("after-the-rollback", 1))));

        await().untilAsserted(
                        () -> assertThat(revisionsOf("after-the-rollback")).hasSize(1));
        assertThat(revisionsOf("rolled-back")).isEmpty();
    }

    @Test
    void appendingOutsideATransactionIsABug() {
        assertThatThrownBy(() -> outbox.append(List.of(paper("alone", 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void anEventTooLargeForTheBrokerIsRefusedBeforeItCouldBlockTheOthers() {
        var huge = Papers.titled("x").withAbstract("x".repeat(17_000_000)).catalogued("huge", 1);

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        ignored -> outbox.append(List.of(new OutgoingEvent(TOPIC.name(), "huge", huge)))))
                .isInstanceOf(Unprocessable.class);
    }

    @Test
    void anEventOfFifteenMegabytesTravels() {
        var large = Papers.titled("x").withAbstract("x".repeat(7_500_000)).catalogued("large", 1);

        transaction.executeWithoutResult(
                ignored -> outbox.append(List.of(new OutgoingEvent(TOPIC.name(), "large", large))));

        await().untilAsserted(() -> assertThat(revisionsOf("large")).containsExactly(1L));
    }

    @Test
    void twoRelaysAtOnceKeepTheOrder() {
        for (int n = 0; n < 40; n++) {
            int start = n * 50;
            transaction.executeWithoutResult(ignored -> outbox.append(IntStream.rangeClosed(start + 1, start + 50)
                    .mapToObj(revision -> paper("two-relays", revision))
                    .toList()));
        }

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(revisionsOf("two-relays"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2_000).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aCrashBetweenSendingAndDeletingSendsAgainUnderTheSameIdAndLosesNothing() {
        db.sql("""
                CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'crash'; END $$
                """).update();
        db.sql("CREATE TRIGGER crash BEFORE DELETE ON outbox FOR EACH ROW EXECUTE FUNCTION crash()")
                .update();

        transaction.executeWithoutResult(
                ignored -> outbox.append(List.of(paper("crash", 1), paper("crash", 2), paper("crash", 3))));
        await().untilAsserted(() -> assertThat(revisionsOf("crash")).hasSizeGreaterThanOrEqualTo(6));
        assertThat(pending()).isEqualTo(3);
        assertThat(service.getBean(MeterRegistry.class)
                        .get("paperpress.outbox.pending")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(service.getBean(MeterRegistry.class)
                        .get("paperpress.outbox.age")
                        .gauge()
                        .value())
                .isPositive();
        db.sql("DROP TRIGGER crash ON outbox").update();

        await().untilAsserted(() -> assertThat(pending()).isZero());
        assertThat(revisionsOf("crash")).endsWith(1L, 2L, 3L);
        assertThat(idsOf("crash")).hasSize(3);
    }

    @Test
    void theInboxKnowsWhatWasHandledButOnlyOnceThatIsCommitted() {
        Inbox inbox = service.getBean(Inbox.class);
        var first = new Delivery<>("inbox-1", Papers.THEN, Papers.attention().catalogued("inbox", 1));
        var second = new Delivery<>("inbox-2", Papers.THEN, Papers.attention().catalogued("inbox", 2));

        transaction.executeWithoutResult(status -> {
            assertThat(inbox.firstTime(List.of(first))).containsExactly(first);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(
                ignored -> assertThat(inbox.firstTime(List.of(first, first))).containsExactly(first));
        transaction.executeWithoutResult(
                ignored -> assertThat(inbox.firstTime(List.of(second, first))).containsExactly(second));
        assertThatThrownBy(() -> inbox.firstTime(List.of(first))).isInstanceOf(IllegalTransactionStateException.class);
    }

    private static OutgoingEvent paper(String id, long revision) {
        return new OutgoingEvent(TOPIC.name(), id, Papers.attention().catalogued(id, revision));
    }

    private static List<Long> revisionsOf(String id) {
        return deliveriesOf(id).stream().map(each -> each.event().revision()).toList();
    }

    private static List<String> idsOf(String id) {
        return deliveriesOf(id).stream().map(Delivery::id).distinct().toList();
    }

    private static List<Delivery<PaperEvent>> deliveriesOf(String id) {
        return TOPIC.read().stream()
                .map(each -> CloudEvents.decode(each, EventTypes.of(PaperEvent.class)))
                .filter(each -> each.event().paperId().equals(id))
                .toList();
    }

    private static long pending() {
        return db.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }
}
