# Marathon in a container: bot and web face in one process, everything it keeps in /data.
FROM python:3.13-slim-trixie AS build
WORKDIR /source
RUN python -m venv /opt/marathon
COPY requirements-build.lock requirements.lock ./
RUN /opt/marathon/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY config config
COPY sessions sessions
RUN /opt/marathon/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim-trixie
# Fonts: names in every script on certificates and in pictures.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /data --no-create-home marathon \
    && install -d -o marathon -g marathon -m 0700 /data
COPY --from=build /opt/marathon /opt/marathon
ENV PATH=/opt/marathon/bin:$PATH \
    PYTHONUTF8=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    MPLCONFIGDIR=/tmp \
    MARATHON_DATABASE_URL=sqlite:////data/marathon.sqlite3 \
    MARATHON_KEYS_DIR=/data/keys \
    MARATHON_CERTIFICATES_DIR=/data/certificates \
    MARATHON_BACKUPS_DIR=/data/backups \
    MARATHON_WEB_HOST=0.0.0.0 \
    MARATHON_WEB_PORT=8080
USER marathon
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f\"http://127.0.0.1:{os.environ['MARATHON_WEB_PORT']}/health\", timeout=4)"]
ENTRYPOINT ["marathon"]
CMD ["run"]
