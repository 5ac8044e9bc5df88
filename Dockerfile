# The server for docker-compose.yml: built with Maven, run on a JRE as an ordinary user.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml ./
COPY .mvn .mvn
COPY gis-data gis-data
COPY map-web map-web
COPY backend backend
COPY bench/pom.xml bench/pom.xml
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -DskipTests -Dspotless.check.skip=true -pl backend -am package \
 && java -Djarmode=tools -jar backend/target/gridward-backend-*-app.jar extract --destination /app --application-filename app.jar

FROM eclipse-temurin:25-jre
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl postgresql-client \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 8400 --home-dir /var/lib/gridward --create-home gridward
COPY --from=build /app /app
COPY LICENSE NOTICE /app/
USER gridward
ENV GRIDWARD_DATA=/var/lib/gridward GRIDWARD_ADDRESS=0.0.0.0 GRIDWARD_PORT=8400
VOLUME /var/lib/gridward
EXPOSE 8400
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s \
  CMD curl --fail --silent --output /dev/null http://127.0.0.1:8400/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:+UseG1GC", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-jar", "/app/app.jar"]
CMD ["start"]
