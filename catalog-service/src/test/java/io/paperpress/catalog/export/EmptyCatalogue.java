package io.paperpress.catalog.export;

import io.paperpress.catalog.changes.ChangeLog;
import io.paperpress.catalog.naming.AllNames;
import io.paperpress.common.messaging.Outbox;
import io.paperpress.common.messaging.OutgoingEvent;
import io.paperpress.common.testing.BackingServices;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A catalogue of its own database, without a service around it; what it tells is kept for a look. */
final class EmptyCatalogue implements AutoCloseable {

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final List<OutgoingEvent> told = new ArrayList<>();

    EmptyCatalogue() {
        this(null);
    }

    /** @param outbox for what is told, {@code null} for a list to look at */
    EmptyCatalogue(@Nullable Function<JdbcClient, Outbox> outbox) {
        var database = BackingServices.newDatabase("restored");
        DataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/messaging", "classpath:db/migration")
                .load()
                .migrate();
        beans.registerBean(DataSource.class, () -> source);
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        beans.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        beans.registerBean(Outbox.class, () -> outbox == null ? told::addAll : outbox.apply(JdbcClient.create(source)));
        beans.registerBean(Clock.class, Clock::systemUTC);
        beans.scan("io.paperpress.catalog.store");
        beans.register(ChangeLog.class, ChangesRetelling.class, AllNames.class, NamesRetelling.class);
        beans.register(StateRetelling.class, ExportConfiguration.class);
        beans.addBeanFactoryPostProcessor(factory -> List.of(factory.getBeanDefinitionNames())
                .forEach(
                        name -> factory.getBeanDefinition(name).setLazyInit(true))); // what is not asked for stays away
        beans.refresh();
    }

    JdbcClient db() {
        return beans.getBean(JdbcClient.class);
    }

    Export export() {
        return beans.getBean(Export.class);
    }

    Restoration restoration() {
        return beans.getBean(Restoration.class);
    }

    List<OutgoingEvent> told() {
        return told;
    }

    @Override
    public void close() {
        beans.close();
    }
}
