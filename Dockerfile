# Rolecall with its encoder, run by a user without rights. Build: docker build -t rolecall .
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json build.mjs bundle.mjs tsconfig.json tsconfig.build.json manifest.yml ./
COPY src src
COPY knowledge knowledge
# `prepare` builds; what only building and testing need goes again.
RUN npm ci --no-audit --no-fund && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production STATE_DIR=/state KNOWLEDGE_DIR=/notes PORT=3000
WORKDIR /app
COPY --from=build /app/package.json /app/manifest.yml ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/knowledge /notes
RUN mkdir /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--no-memory-reducer", "--max-semi-space-size=2", "--optimize-for-size", "dist/bundle/main.js"]
