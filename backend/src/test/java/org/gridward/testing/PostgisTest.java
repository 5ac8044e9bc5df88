package org.gridward.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.gridward.Gridward;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole server on a random loopback port over a real PostGIS. Classes with the same
 * configuration share one server and one database, so each test makes its own areas, people and
 * incidents and asserts only on those.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = Gridward.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
@ContextConfiguration(initializers = PostgisTest.Database.class)
public @interface PostgisTest {

  /** Points the data source of each new context at a new database. */
  class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      Map<String, Object> properties =
          Map.of(
              "spring.datasource.url",
              TestCluster.newDatabase(),
              "spring.datasource.username",
              TestCluster.cluster().user(),
              "spring.datasource.password",
              TestCluster.cluster().password(),
              "server.address",
              "127.0.0.1",
              "gridward.style-page",
              "true",
              "gridward.secret-key",
              "dGhlIHNlY3JldCBvZiBhbGwgdGVzdHMsIDMyIGJ5dGU=");
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test database", properties));
    }
  }
}
