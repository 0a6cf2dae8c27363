//! A mouse over the browser's own protocol, because a driver's click waits until the page is free.

use anyhow::{Context, Result};
use futures_util::SinkExt;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::session::Session;

/// A mouse that also clicks while the page is held.
#[derive(Debug)]
pub struct Mouse {
    wire: WebSocketStream<MaybeTlsStream<TcpStream>>,
    commands: u32,
}

impl Mouse {
    /// Connects to the protocol behind the browser's own tools, where [`Feature::InputInBlock`](crate::Feature::InputInBlock) is.
    pub async fn connect(session: &Session) -> Result<Self> {
        let url = session.tools_url().await?;
        let (wire, _) = connect_async(&url)
            .await
            .with_context(|| format!("nobody answers at {url}"))?;
        Ok(Self { wire, commands: 0 })
    }

    /// Clicks at a point of the viewport, and does not wait for the page to hear of it.
    pub async fn click_at(&mut self, x: f64, y: f64) -> Result<()> {
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1});
            self.send("Input.dispatchMouseEvent", &event).await?;
        }
        Ok(())
    }

    async fn send(&mut self, method: &str, params: &Value) -> Result<()> {
        self.commands += 1;
        let command = json!({"id": self.commands, "method": method, "params": params});
        let command = Message::text(command.to_string());
        Ok(self.wire.send(command).await?)
    }
}
